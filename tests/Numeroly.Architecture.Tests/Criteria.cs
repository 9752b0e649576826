using System.Text.RegularExpressions;

namespace Numeroly.Architecture.Tests;

public partial class Criteria
{
    private static readonly string[] Page = File.ReadAllLines(Path.Combine(Checkout.Root, "docs", "criteria.md"));

    [Fact]
    public void Every_test_that_the_criteria_name_exists()
    {
        var sources = string.Join('\n', Checkout.Sources("tests").Select(File.ReadAllText));
        var named = Page.SelectMany(line => TestName().Matches(line).Select(match => match.Groups["name"].Value)).Distinct().ToList();

        named.Count.ShouldBeGreaterThan(30);
        named.Where(name => !sources.Contains($" {name}(", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_place_that_the_criteria_name_exists()
    {
        var named = Page.SelectMany(line => Place().Matches(line).Select(match => match.Groups["path"].Value)).Distinct().ToList();

        named.Count.ShouldBeGreaterThan(20);
        named.Where(path => !Path.Exists(Path.Combine(Checkout.Root, path))).ShouldBeEmpty();
    }

    [Fact]
    public void Every_criterion_has_its_row()
    {
        var numbers = Page
            .Select(line => Row().Match(line))
            .Where(match => match.Success)
            .SelectMany(match => match.Groups["numbers"].Value.Split(", "))
            .SelectMany(range => Enumerable.Range(int.Parse(range[..2]), int.Parse(range[^2..]) - int.Parse(range[..2]) + 1));

        numbers.Order().ShouldBe(Enumerable.Range(1, 98));
    }

    [GeneratedRegex("`(?<name>[A-Z][a-z]*_[a-zA-Z_]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TestName();

    [GeneratedRegex("`(?<path>(tests|mobile|src|docs)/[^`]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"^\| (?<numbers>\d\d[-\d, ]*) \|", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();
}
