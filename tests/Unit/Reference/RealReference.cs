using Made.Core;
using Made.Core.Register;
using Made.Intake.Reference;
using Made.TestKit;

namespace Made.Tests.Unit.Reference;

/// <summary>The publishers' files beside the checkout, read once; absent on a machine that has none, which every test then says.</summary>
public sealed class RealReference
{
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data"));

    public Pack Pack { get; } =
        PackReader.Read(Repository.Path("packs", "lancashire")).Succeeded(out var pack, out var problem) ? pack : throw new InvalidDataException(problem.ToString());

    private static readonly Lazy<ReferenceData> Everything = new(() => new RealReference().Read("lookups", "population", "boundaries", "deprivation", "harm-weights"));

    public static ReferenceData All => Everything.Value;

    public static bool IsThere(Xunit.Abstractions.ITestOutputHelper output)
    {
        var there = Directory.Exists(Path.Combine(Folder, "lookups"));
        if (!there)
            output.WriteLine("Not tested: the publishers' reference files are not on this machine.");
        return there;
    }

    public ReferenceData Read(params string[] folders)
    {
        ReferenceData? data = null;
        foreach (var folder in folders)
        {
            Outcome<ReferenceData> outcome = ReferenceReader.Read(Path.Combine(Folder, folder), Pack, data);
            data = outcome.Succeeded(out var read, out var problem) ? read : throw new InvalidDataException(problem.ToString());
        }
        return data!;
    }
}
