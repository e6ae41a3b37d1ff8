using System.Reflection;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.House;

/// <summary>An interface earns its place by two real implementations, or by standing at a boundary we do not own.</summary>
public sealed class InterfaceTests
{
    /// <summary>Interface and the boundary it stands at.</summary>
    private static readonly Dictionary<string, string> Boundaries = [];

    [Fact]
    public void Every_interface_has_two_implementations()
    {
        string[] files = ["Made.Core.dll", "Made.Intake.dll", "Made.Store.dll", "made.dll"];
        Lonely([.. files.Select(f => Assembly.LoadFrom(Assemblies.PathOf(f))).SelectMany(a => a.GetTypes())]).ShouldBeEmpty();
        Boundaries.ShouldAllBe(b => b.Value.Length > 20);
    }

    [Fact]
    public void An_interface_with_one_implementation_would_be_noticed()
    {
        Lonely([typeof(IPlanted), typeof(Only)]).ShouldBe([nameof(IPlanted)]);
        Lonely([typeof(IPlanted), typeof(Only), typeof(Other)]).ShouldBeEmpty();
    }

    private static IEnumerable<string> Lonely(IReadOnlyList<Type> types) =>
    [
        .. types.Where(t => t.IsInterface && t.Namespace?.StartsWith("Made.", StringComparison.Ordinal) == true && !Boundaries.ContainsKey(t.Name))
            .Where(i => types.Count(t => t is { IsInterface: false, IsAbstract: false } && i.IsAssignableFrom(t)) < 2)
            .Select(i => i.Name),
    ];

    private interface IPlanted;

    private sealed class Only : IPlanted;

    private sealed class Other : IPlanted;
}
