using System.Text;

namespace Numeroly.EventStore.Schema;

/// <summary>
/// Marten's classic names: an event's alias and a stream's type are the class name in snake case, a document table is
/// <c>mt_doc_</c> and the class name in lower case.
/// </summary>
public static class MartenNames
{
    /// <summary><c>MessageSaved</c> gives <c>message_saved</c>, <c>HTTPCallDone2XX</c> gives <c>http_call_done_2xx</c>.</summary>
    public static string Alias(Type type) => SnakeCase(type.Name);

    public static string DocumentTable(Type type) => $"public.mt_doc_{type.Name.ToLowerInvariant()}";

    /// <summary>The <c>mt_dotnet_type</c> of an event: full name and assembly, without version.</summary>
    public static string DotnetType(Type type) => $"{type.FullName}, {type.Assembly.GetName().Name}";

    private static string SnakeCase(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && StartsWord(name, i)) snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }

        return snake.ToString();
    }

    // Anything that is not a lower-case letter counts as a capital, digits and underscores included.
    private static bool StartsWord(string name, int i)
    {
        if (char.IsLower(name[i])) return false;
        return char.IsLower(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]));
    }
}
