using Made.Core.Disclosure.Audit;
using Made.Tests.Unit.Methods;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Disclosure;

/// <summary>The published subtractions of the reference: each case's parts and the whole they add up to, against the same linear programme that audits releases.</summary>
public sealed class DifferencingTests
{
    /// <summary>Of each case the parts, and the whole.</summary>
    private static readonly Dictionary<string, (string[] Parts, string Whole)> Sums = new()
    {
        ["ward_by_subtraction"] = (["ward_A", "ward_B", "ward_C"], "district"),
        ["two_geographies"] = (["district_1", "district_2_without_parish", "parish"], "policing_area"),
        ["year_to_date"] = (["ytd_to_may", "june"], "ytd_to_june"),
        ["two_suppressed"] = (["ward_A", "ward_B", "ward_C"], "district"),
    };

    [Fact]
    public void What_can_be_subtracted_is_found_with_its_value_and_what_cannot_keeps_its_interval()
    {
        foreach (var c in Vectors.Entries("06-disclosure/differencing_cases.json", "cases"))
        {
            var id = c.GetProperty("id").GetString()!;
            var (parts, whole) = Sums[id];
            var published = c.GetProperty("published").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetDouble());
            var hidden = c.GetProperty("suppressed").EnumerateArray().Select(s => s.GetString()!).ToList();

            // Any true table that agrees with what is published: what is left goes to the first hidden part.
            var truth = parts.Select(p => published.GetValueOrDefault(p)).ToArray();
            truth[Array.IndexOf(parts, hidden[0])] = published[whole] - truth.Sum();
            var equations = parts.Where(published.ContainsKey).Select(p => Of(p)).Append([.. parts.Select(_ => 1.0)]).ToList();
            foreach (var part in hidden)
            {
                var walk = new LinearWalk(equations, [.. truth]);
                int[] at = [Array.IndexOf(parts, part)];
                var (most, least) = (walk.Push(at, 1, 1e6, 10_000), walk.Push(at, -1, -1, 10_000));
                (most - least > 1e-6).ShouldBe(c.GetProperty("safe").GetBoolean(), id);
                double[] expected = c.TryGetProperty("recoverable", out var exact) ? [exact.GetProperty(part).GetDouble(), exact.GetProperty(part).GetDouble()] : c.GetProperty("interval").GetProperty(part).Numbers();
                least.ShouldBe(expected[0], 1e-6, $"{id} {part}");
                most.ShouldBe(expected[1], 1e-6, $"{id} {part}");
            }

            double[] Of(string part) => [.. parts.Select(p => p == part ? 1.0 : 0)];
        }
    }
}
