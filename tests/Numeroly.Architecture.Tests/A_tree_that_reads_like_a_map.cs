namespace Numeroly.Architecture.Tests;

public class A_tree_that_reads_like_a_map
{
    private static readonly string[] Code = ["src", "standin", "tests", "bench", "scripts"];
    private static readonly string[] WithFoldersToExplain = ["", "src", "tests"];

    [Fact]
    public void Nothing_is_called_common_helpers_utils_or_manager()
    {
        string[] vague = ["common", "helpers", "helper", "utils", "util", "manager", "misc", "shared"];

        foreach (var path in Code.SelectMany(folder => Checkout.Sources(folder, "*")))
        {
            var names = Checkout.Relative(path).Split('/').Select(name => Path.GetFileNameWithoutExtension(name).ToLowerInvariant());
            names.ShouldNotContain(name => vague.Contains(name) || name.EndsWith("helper", StringComparison.Ordinal) || name.EndsWith("manager", StringComparison.Ordinal), Checkout.Relative(path));
        }
    }

    [Fact]
    public void The_README_explains_every_folder_at_the_top_of_src_tests_and_the_root()
    {
        var readme = File.ReadAllText(Path.Combine(Checkout.Root, "README.md"));
        string[] made = ["bin", "obj", "node_modules", "TestResults"];

        var folders = WithFoldersToExplain.SelectMany(parent => Directory.EnumerateDirectories(Path.Combine(Checkout.Root, parent)))
            .Select(Checkout.Relative)
            .Where(folder => !folder.Split('/').Any(name => name.StartsWith('.') || made.Contains(name)))
            .Where(folder => folder is not ("src" or "tests"));

        foreach (var folder in folders) readme.ShouldContain($"`{folder}/`", customMessage: $"the README's map has no line for {folder}/");
    }

    [Fact]
    public void Program_composes_and_nothing_else() =>
        File.ReadAllLines(Path.Combine(Checkout.Root, "src/Numeroly.Api/Program.cs")).Count(line => line.Length > 0).ShouldBeLessThanOrEqualTo(20);

    [Fact]
    public void Every_decision_record_is_in_the_index()
    {
        var records = Path.Combine(Checkout.Root, "docs", "decisions");
        var index = File.ReadAllText(Path.Combine(records, "README.md"));

        var names = Directory.EnumerateFiles(records, "*.md").Select(Path.GetFileName).Where(name => name != "README.md").ToList();
        names.ShouldNotBeEmpty();
        foreach (var name in names) index.ShouldContain($"({name})");
    }

    [Fact]
    public void Every_variable_the_API_reads_is_explained_in_env_example()
    {
        var variables = File.ReadAllLines(Path.Combine(Checkout.Root, "src/Numeroly.Api/Configuring/Variables.cs"))
            .Select(line => line.Trim())
            .Where(line => line.StartsWith("(\"", StringComparison.Ordinal))
            .Select(line => line.Split('"')[1])
            .ToList();
        var example = File.ReadAllText(Path.Combine(Checkout.Root, ".env.example"));

        variables.Count.ShouldBeGreaterThan(10);
        foreach (var variable in variables) example.ShouldContain($"#{variable}=");
    }
}
