namespace Numeroly.Api.Identity;

/// <summary>What an access token may do. The names are also the names of the authorization policies.</summary>
public static class Role
{
    /// <summary>Holds conversations and sees its own.</summary>
    public const string User = "user";

    /// <summary>Reads the events of all conversations, and how long people waited.</summary>
    public const string Analyst = "analyst";

    /// <summary>May end any conversation, and sees how long people waited.</summary>
    public const string Operator = "operator";

    /// <summary>The assistant's own processes: join and speak in the conversations they are called to.</summary>
    public const string Assistant = "assistant";

    public static IReadOnlyList<string> All { get; } = [User, Analyst, Operator, Assistant];
}
