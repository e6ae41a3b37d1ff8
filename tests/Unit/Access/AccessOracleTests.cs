using System.Diagnostics;
using Made.Core.Access;
using Made.Core.Register;
using Made.Core.Sharing;
using Made.TestKit;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Made.Tests.Unit.Access;

/// <summary>The matrix and the oracle written by hand are asked the same, drawn at random from a seed: persons of up to three grants, every resource and deed, objects of all kinds.</summary>
public sealed class AccessOracleTests(ITestOutputHelper output)
{
    private const int Seed = 20261130;
    private static readonly int Cases = Tier.Is(20_000, full: 1_000_000);
    private static readonly Resource[] Resources = Enum.GetValues<Resource>();
    private static readonly Deed[] Deeds = Enum.GetValues<Deed>();
    private static readonly Marking[] Markings = Enum.GetValues<Marking>();
    private static readonly string[] Bodies = ["police", "fire", "council"];
    private static readonly AreaCode[] Districts = [new("E07990001"), new("E07990002"), new("E07990003"), new("E07990004")];

    [Fact]
    public void The_matrix_and_the_oracle_agree_on_every_case_drawn()
    {
        var (clock, oracle, random, allowed, cells) = (Stopwatch.StartNew(), new AccessOracle(), new Random(Seed), 0, new HashSet<(Role, Resource, Deed, bool)>());
        for (var i = 0; i < Cases; i++)
        {
            var (person, resource, deed, facts) = Drawn(random);
            var (decision, expected) = (AccessMatrix.May(person, resource, deed, facts), oracle.Allows(person, resource, deed, facts));
            if (decision.Allowed != expected)
                Assert.Fail($"Case {i}: the oracle says {expected}, the matrix {decision} to {resource} {deed} of {facts} for {string.Join("; ", person.Grants)}");
            decision.Reason.ShouldNotBeEmpty();
            allowed += expected ? 1 : 0;
            foreach (var grant in person.Grants)
                cells.Add((grant.Role, resource, deed, expected));
        }
        output.WriteLine($"{Cases:N0} random cases, 0 disagreements, {100.0 * allowed / Cases:0}% allowed, in {clock.Elapsed.TotalSeconds:0.0} s.");
        ((double)allowed / Cases).ShouldBeInRange(0.1, 0.9);
        cells.Select(c => (c.Item1, c.Item2, c.Item3)).Distinct().Count().ShouldBe((GrantRolesDrawn.Length) * Resources.Length * Deeds.Length, "every role met every line");
    }

    [Theory]
    [InlineData("audit r")]
    [InlineData("exchange r")]
    [InlineData("public-pages w")]
    public void A_right_that_only_one_of_the_two_gives_is_noticed(string planted)
    {
        var (oracle, random) = (new AccessOracle(planted), new Random(Seed));
        Enumerable.Range(0, 20_000).Select(_ => Drawn(random)).Count(c => AccessMatrix.May(c.Person, c.Resource, c.Deed, c.Facts).Allowed != oracle.Allows(c.Person, c.Resource, c.Deed, c.Facts)).ShouldBeGreaterThan(0);
    }

    /// <summary>Also the worker's, which nobody is given.</summary>
    private static readonly Role[] GrantRolesDrawn = [.. Roles.All.Except([Role.PublicVisitor, Role.SignedIn])];

    private static (Person Person, Resource Resource, Deed Deed, ObjectFacts Facts) Drawn(Random random)
    {
        var person = random.Next(12) == 0
            ? Person.Visitor
            : new Person { Name = "x", IsKnown = true, Grants = [.. Enumerable.Range(0, random.Next(4)).Select(_ => GrantDrawn(random))] };
        var facts = random.Next(5) == 0
            ? ObjectFacts.Kind
            : new ObjectFacts { Organisations = Some(random, Bodies, 2), Districts = Some(random, Districts, 3), Marking = Of(random, Markings) };
        return (person, Of(random, Resources), Of(random, Deeds), facts);
    }

    private static Grant GrantDrawn(Random random) => new()
    {
        Role = Of(random, GrantRolesDrawn),
        Organisation = random.Next(3) == 0 ? "" : Of(random, Bodies),
        Districts = Some(random, Districts, 3),
        Clearance = Of(random, Markings),
    };

    private static T[] Some<T>(Random random, T[] from, int most) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => Of(random, from)).Distinct()];

    private static T Of<T>(Random random, T[] from) => from[random.Next(from.Length)];
}
