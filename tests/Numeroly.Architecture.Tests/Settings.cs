using System.ComponentModel;
using System.Reflection;
using System.Text.RegularExpressions;
using Numeroly.Api;
using Numeroly.Api.Conversations;
using Numeroly.Assistant;
using Numeroly.Daily;
using Numeroly.Events.Conversations;

namespace Numeroly.Architecture.Tests;

/// <summary>Holds .env.example to what can be set: the options classes, and the variables that stand for some of their settings.</summary>
public partial class Settings
{
    private static readonly IEnumerable<Assembly> Assemblies =
        new[] { typeof(ApiHost), typeof(DailyOptions), typeof(AssistantOptions) }.Select(member => member.Assembly);

    // Follows from where assistants run.
    private static readonly string[] NotToBeSet = ["Conversations:SummonsAssistant"];

    private static readonly List<Setting> All = [.. Options()
        .SelectMany(options => Of(options.Section, options.Type, Activator.CreateInstance(options.Type)))
        .Where(setting => !NotToBeSet.Contains(setting.Name))];

    private static readonly Dictionary<string, string> Example = File.ReadAllLines(Path.Combine(Checkout.Root, ".env.example"))
        .Select(line => Line().Match(line))
        .Where(match => match.Success)
        .DistinctBy(match => match.Groups["name"].Value)
        .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value, StringComparer.Ordinal);

    private static readonly ILookup<string, string> Variables = Variable()
        .Matches(File.ReadAllText(Path.Combine(Checkout.Root, "src/Numeroly.Api/Configuring/Variables.cs")))
        .ToLookup(match => match.Groups["setting"].Value, match => match.Groups["variable"].Value, StringComparer.Ordinal);

    [Fact]
    public void Every_setting_is_explained_in_env_example()
    {
        All.Count.ShouldBeGreaterThan(80);
        All.Where(setting => !NamesOf(setting).Any(Example.ContainsKey)).Select(setting => setting.InEnvironment).ShouldBeEmpty();
    }

    [Fact]
    public void Every_setting_in_env_example_exists()
    {
        var names = All.Select(setting => setting.InEnvironment).ToList();

        Example.Keys.Where(name => name.Contains("__") && !names.Exists(known => IsOrIsInside(name, known))).ShouldBeEmpty();
    }

    [Fact]
    public void Every_default_in_env_example_is_the_one_in_the_code()
    {
        var said = All.Where(setting => setting.CanBeText && Example.ContainsKey(setting.InEnvironment)).ToList();

        said.ShouldNotBeEmpty();
        foreach (var setting in said) setting.Read(Example[setting.InEnvironment]).ShouldBe(setting.Default, setting.InEnvironment);
    }

    private static IEnumerable<(string Section, Type Type)> Options() => Assemblies
        .SelectMany(assembly => assembly.GetTypes())
        .Select(type => (Field: type.GetField("Section", BindingFlags.Public | BindingFlags.Static), Type: type))
        .Where(options => options.Field is { IsLiteral: true })
        .Select(options => ((string)options.Field!.GetRawConstantValue()!, options.Type))
        // The domain names no section: who reads the settings does.
        .Append((ConversationOptions.Section, typeof(ConversationPolicy)));

    private static IEnumerable<Setting> Of(string section, Type type, object? defaults)
    {
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is { IsPublic: true }))
        {
            var name = $"{section}:{property.Name}";
            var value = property.GetValue(defaults);
            if (property.PropertyType.IsClass && property.PropertyType.Assembly == type.Assembly)
            {
                foreach (var inner in Of(name, property.PropertyType, value)) yield return inner;
            }
            else
            {
                yield return new Setting(name, property.PropertyType, value);
            }
        }
    }

    private static IEnumerable<string> NamesOf(Setting setting) => setting.CanBeText
        ? Variables[setting.Name].Append(setting.InEnvironment)
        : Example.Keys.Where(name => IsOrIsInside(name, setting.InEnvironment));

    private static bool IsOrIsInside(string name, string setting) =>
        name == setting || name.StartsWith($"{setting}__", StringComparison.Ordinal);

    [GeneratedRegex(@"^#(?<name>[A-Za-z][A-Za-z0-9_]*)=(?<value>.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();

    [GeneratedRegex(@"\(""(?<variable>[A-Z_]+)"", ""(?<setting>[A-Za-z:]+)""\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variable();

    private sealed record Setting(string Name, Type Type, object? Default)
    {
        public string InEnvironment => Name.Replace(":", "__");

        /// <summary>A list or a dictionary has a line for each of its members.</summary>
        public bool CanBeText => TypeDescriptor.GetConverter(Type).CanConvertFrom(typeof(string)) && !Type.IsArray;

        public object? Read(string text) =>
            text.Length == 0 && Default is null ? null : TypeDescriptor.GetConverter(Type).ConvertFromInvariantString(text);
    }
}
