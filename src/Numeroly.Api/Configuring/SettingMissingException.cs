namespace Numeroly.Api.Configuring;

/// <summary>A setting without which the program cannot run; the message is for the person who starts it.</summary>
public sealed class SettingMissingException(string name, string meaning)
    : Exception($"{name} is not set: {meaning}. Set it in the environment or in .env.");
