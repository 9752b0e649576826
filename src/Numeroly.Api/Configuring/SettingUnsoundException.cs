namespace Numeroly.Api.Configuring;

/// <summary>A setting that makes no sense; the message is for the person who starts the program.</summary>
public sealed class SettingUnsoundException(string name, string whatIsWrong) : Exception($"{name} {whatIsWrong}.");
