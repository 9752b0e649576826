using System.Reflection;
using System.Xml.Linq;
using Numeroly.Daily;
using Numeroly.Events.Conversations;
using Numeroly.Numerology;

namespace Numeroly.Architecture.Tests;

public class Direction_of_dependencies
{
    // Who may know whom. A project that is not named here has to be put on the map first.
    private static readonly Dictionary<string, string[]> MayKnow = new(StringComparer.Ordinal)
    {
        ["src/Numeroly.Events"] = [],
        ["src/Numeroly.Daily"] = [],
        ["src/Numeroly.Numerology"] = [],
        ["src/Numeroly.Assistant"] = ["Numeroly.Events", "Numeroly.Numerology"],
        ["src/Numeroly.Api"] = ["Numeroly.Events", "Numeroly.Daily", "Numeroly.Numerology", "Numeroly.Assistant"],
        ["standin"] = [],
    };

    [Fact]
    public void Points_inward_in_every_project()
    {
        var projects = Checkout.Sources("src", "*.csproj").Concat(Checkout.Sources("standin", "*.csproj")).ToList();

        projects.Select(project => Checkout.Relative(Path.GetDirectoryName(project)!)).ShouldBe(MayKnow.Keys, ignoreOrder: true);
        foreach (var project in projects)
        {
            var known = XDocument.Load(project).Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
            known.ShouldBeSubsetOf(MayKnow[Checkout.Relative(Path.GetDirectoryName(project)!)], Checkout.Relative(project));
        }
    }

    [Theory]
    [InlineData("Numeroly.Events", typeof(Conversation))]
    [InlineData("Numeroly.Numerology", typeof(Number))]
    public void The_domain_and_the_numbers_are_pure(string project, Type member)
    {
        XDocument.Load(Path.Combine(Checkout.Root, $"src/{project}/{project}.csproj")).Descendants("PackageReference").ShouldBeEmpty();
        string[] impure = ["System.Net", "System.IO", "Microsoft.", "Npgsql", "System.Data", "System.Diagnostics.Process", "System.Threading"];
        foreach (var reference in member.Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!))
            impure.ShouldNotContain(prefix => reference.StartsWith(prefix, StringComparison.Ordinal), $"{project} uses {reference}");
        foreach (var source in Checkout.Sources($"src/{project}"))
        {
            var text = File.ReadAllText(source);
            string[] unpure = ["Guid.NewGuid", "Guid.CreateVersion7", "Random", "TimeProvider", "async ", " File.", "(File.", "Environment."];
            unpure.ShouldAllBe(word => !text.Contains(word), Checkout.Relative(source));
        }
    }

    [Fact]
    public void The_Daily_client_does_not_know_a_conversation()
    {
        foreach (var source in Checkout.Sources("src/Numeroly.Daily"))
        {
            var names = File.ReadAllLines(source).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal));
            names.ShouldNotContain(line => line.Contains("Conversation"), Checkout.Relative(source));
        }
    }

    [Fact]
    public void Nobody_but_the_API_and_the_tests_is_public_to_both_sides()
    {
        Assembly[] inner = [typeof(Conversation).Assembly, typeof(DailyClient).Assembly, typeof(Number).Assembly];

        foreach (var assembly in inner)
            assembly.GetReferencedAssemblies().Select(reference => reference.Name).Intersect(inner.Select(other => other.GetName().Name)).ShouldBeEmpty(assembly.GetName().Name);
    }
}
