using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Made.Core;
using Made.Core.Calendar;
using Made.Core.Register;
using Made.Intake.Reference;
using Made.Store.Records;

namespace Made.Web.Composition;

/// <summary>One expected failure as the program words it, what differs from case to case in braces.</summary>
internal sealed record ListedProblem(string Feature, string Code, string Message, string Remedy);

/// <summary>
/// Every expected failure of the program, from the <c>Problems</c> of its features: each is asked for with stand-ins for what it is told. A text
/// that is worded differently for one and for many is asked for both and stands twice.
/// </summary>
internal static class ProblemList
{
    private const int StandIn = 70_001;

    public static IReadOnlyList<ListedProblem> All() =>
    [
        .. new[] { typeof(Problem), typeof(PackReader), typeof(OpenRecords), typeof(ProblemList) }
            .SelectMany(t => t.Assembly.GetTypes())
            .Where(t => t.Name == "Problems")
            .SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Where(m => m.ReturnType == typeof(Problem) && !m.IsPrivate).SelectMany(m => Of(Feature(t), m)))
            .Distinct()
            .OrderBy(p => p.Feature, StringComparer.Ordinal).ThenBy(p => p.Code, StringComparer.Ordinal).ThenBy(p => p.Message, StringComparer.Ordinal),
    ];

    private static string Feature(Type problems) => problems.Namespace!["Made.".Length..];

    private static IEnumerable<ListedProblem> Of(string feature, MethodInfo method)
    {
        var (many, one) = (Made(method, isOne: false), Made(method, isOne: true));
        yield return Listed(feature, method, many);
        if (InOnes(many, method) != InOnes(one, method))
            yield return Listed(feature, method, one);
    }

    private static Problem Made(MethodInfo method, bool isOne) =>
        (Problem)method.Invoke(null, [.. method.GetParameters().Select((p, at) => Value(p.ParameterType, p.Name!, at, isOne))])!;

    private static ListedProblem Listed(string feature, MethodInfo method, Problem problem) =>
        new(feature, problem.Code, Shown(problem.Message, method, p => $"{{{p.Name}}}"), Shown(problem.Remedy, method, p => $"{{{p.Name}}}"));

    private static string InOnes(Problem problem, MethodInfo method) => Shown(problem.ToString(), method, _ => "1");

    private static object? Value(Type type, string name, int at, bool isOne) =>
        Nullable.GetUnderlyingType(type) is { } given ? Value(given, name, at, isOne)
        : type == typeof(string) ? $"{{{name}}}"
        : type == typeof(int) || type == typeof(long) || type == typeof(double) || type == typeof(decimal) ? Convert.ChangeType(isOne ? 1 : StandIn + at, type, CultureInfo.InvariantCulture)
        : type == typeof(DateOnly) ? new DateOnly(2026, 11, 30)
        : type == typeof(Month) ? new Month(2026, 11)
        : type == typeof(AreaCode) ? new AreaCode($"{{{name}}}")
        : type == typeof(TimeSpan) ? TimeSpan.FromMinutes(15)
        : type == typeof(Problem) ? new Problem("{" + name + "}", "{" + name + "}", "")
        : type.IsEnum ? Enum.GetValues(type).GetValue(0)
        : type == typeof(Uri) ? new Uri("https://address.example")
        : type.IsGenericType && type.GetGenericArguments() is [var part] && type.IsAssignableFrom(part.MakeArrayType()) ? Several(part, name, at, isOne)
        : type.IsAssignableFrom(typeof(IOException)) && type != typeof(object) ? new IOException($"{{{name}}}")
        : type.IsValueType ? Activator.CreateInstance(type)
        : type.Namespace?.StartsWith("Made.", StringComparison.Ordinal) == true && !type.IsAbstract ? Filled(type, name, at, isOne)
        : null;

    private static Array Several(Type part, string name, int at, bool isOne)
    {
        var several = Array.CreateInstance(part, 1);
        several.SetValue(Value(part, name, at, isOne), 0);
        return several;
    }

    /// <summary>Something of ours with a stand-in for each of its members.</summary>
    private static object Filled(Type type, string name, int at, bool isOne)
    {
        var made = type.GetConstructors().MaxBy(c => c.GetParameters().Length) is { } constructor && constructor.GetParameters().Length > 0
            ? constructor.Invoke([.. constructor.GetParameters().Select(p => Value(p.ParameterType, $"{name}.{p.Name}", at, isOne))])
            : RuntimeHelpers.GetUninitializedObject(type);
        foreach (var member in type.GetProperties().Where(p => p.CanWrite && p.GetIndexParameters().Length == 0 && p.PropertyType != type))
            member.SetValue(made, Value(member.PropertyType, $"{name}.{char.ToLowerInvariant(member.Name[0])}{member.Name[1..]}", at, isOne));
        return made;
    }

    private static string Shown(string text, MethodInfo method, Func<ParameterInfo, string> number)
    {
        var shown = new StringBuilder(text);
        foreach (var (parameter, at) in method.GetParameters().Select((p, at) => (p, at)))
            foreach (var format in new[] { "N0", "0" })
                shown.Replace((StandIn + at).ToString(format, CultureInfo.InvariantCulture), number(parameter));
        return shown.ToString();
    }
}
