using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Made.Core;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.House;

/// <summary>
/// Whoever checks a figure reads the documentation first: in the namespaces that make figures every public type and method has it.
/// A property whose name and type say everything may go without.
/// </summary>
public sealed class DocumentationTests
{
    private static readonly string[] Documented = ["Made.Core.Methods", "Made.Core.Indicators", "Made.Core.Disclosure", "Made.Core.Assessment"];

    [Fact]
    public void Every_public_type_and_method_that_makes_figures_is_documented() => Missing(typeof(Problem).Assembly, Words()).ShouldBeEmpty();

    [Fact]
    public void A_method_without_documentation_would_be_noticed()
    {
        var words = Words();
        var protect = words.Keys.First(k => k.StartsWith("T:Made.Core.Disclosure.Protection", StringComparison.Ordinal));
        words.Remove(protect).ShouldBeTrue();
        Missing(typeof(Problem).Assembly, words).ShouldBe([protect]);
        words[protect] = " ";
        Missing(typeof(Problem).Assembly, words).ShouldBe([protect]);
    }

    private static Dictionary<string, string> Words() => XDocument.Load(Assemblies.PathOf("Made.Core.xml"))
        .Descendants("member").ToDictionary(m => m.Attribute("name")!.Value, m => m.Value);

    private static List<string> Missing(Assembly assembly, Dictionary<string, string> words)
    {
        var types = assembly.GetExportedTypes().Where(t => Documented.Any(d => t.Namespace == d || t.Namespace!.StartsWith(d + ".", StringComparison.Ordinal)));
        return [.. types.SelectMany(t => Names(t).Where(n => !words.Any(w => Is(w.Key, n) && w.Value.Trim().Length > 0)))];
    }

    private static IEnumerable<string> Names(Type type)
    {
        var name = type.FullName!.Replace('+', '.');
        yield return $"T:{name}";
        foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            if (!method.IsSpecialName && !method.IsDefined(typeof(CompilerGeneratedAttribute)) && method.GetBaseDefinition() == method && !Plain(method))
                yield return $"M:{name}.{method.Name}";
    }

    /// <summary>Codes and words of closed choices, and the comparisons and texts that the framework asks for, need no explanation.</summary>
    private static bool Plain(MethodInfo method) => method.Name is "Code" or "Words" or "Parse" or "TryParse" or "Equals" or "CompareTo" or "Deconstruct" or "ToString";

    private static bool Is(string key, string name) => key == name || key.StartsWith(name + "(", StringComparison.Ordinal) || key.StartsWith(name + "``", StringComparison.Ordinal);
}
