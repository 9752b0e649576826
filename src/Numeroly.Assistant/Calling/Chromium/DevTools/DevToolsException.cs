namespace Numeroly.Assistant.Calling.Chromium.DevTools;

/// <summary>The browser refused an order, did not answer in time, or is gone.</summary>
internal sealed class DevToolsException(string message, Exception? inner = null) : Exception(message, inner);
