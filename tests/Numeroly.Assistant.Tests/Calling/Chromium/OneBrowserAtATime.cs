namespace Numeroly.Assistant.Tests.Calling.Chromium;

/// <summary>Tests with a browser run one after the other: together they would starve each other, and some count processes.</summary>
[CollectionDefinition(Name)]
public sealed class OneBrowserAtATime
{
    public const string Name = "one browser at a time";
}
