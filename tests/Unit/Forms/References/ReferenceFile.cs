using Made.Tests.Unit.Methods;
using Shouldly;

namespace Made.Tests.Unit.Forms.References;

/// <summary>One file of the reference folder, and how it is held against the program.</summary>
/// <param name="File">Its place below the folder.</param>
/// <param name="Method">The method that is run; empty where the file is no input or expected output.</param>
/// <param name="How">Options of the method, or why there is nothing to run.</param>
/// <param name="Check">Runs the command and compares.</param>
internal sealed record ReferenceFile(string File, string Method, string How, Action? Check)
{
    public static ReferenceFile Runs(string file, string method, string options, Action check) => new(file, method, options, check);

    /// <summary>A file that is no pair of input and expected output.</summary>
    public static ReferenceFile None(string file, string reason) => new(file, "", reason, null);

    /// <summary>Within the tolerance, relative; labels are compared as text by the caller.</summary>
    public static void Near(double ours, double theirs, double tolerance, string where) =>
        Vectors.Near(ours, theirs, tolerance).ShouldBeTrue($"{where}: {ours:R} where the reference has {theirs:R}");

    /// <summary>The columns of a row by name, each with the reference's name for it where that differs: "lowercl" or "lower95_0cl=lowercl".</summary>
    public static void Near(IReadOnlyDictionary<string, string> ours, IReadOnlyDictionary<string, string> theirs, string columns, double tolerance = 1e-9)
    {
        foreach (var names in columns.Split(' ').Select(c => c.Split('=')))
            Near(ours.Number(names[0]), theirs.Number(names[^1]), tolerance, $"{names[^1]} of {string.Join(',', theirs.Values.Take(4))}");
    }
}
