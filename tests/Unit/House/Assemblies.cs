using System.Collections.Immutable;

namespace Made.Tests.Unit.House;

/// <summary>The four projects as built.</summary>
public static class Assemblies
{
    public static ImmutableArray<byte> Core => Bytes("Made.Core.dll");

    public static ImmutableArray<byte> Intake => Bytes("Made.Intake.dll");

    public static ImmutableArray<byte> Store => Bytes("Made.Store.dll");

    public static ImmutableArray<byte> Web => Bytes("made.dll");

    public static IEnumerable<ImmutableArray<byte>> All => [Core, Intake, Store, Web];

    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, file);

    private static ImmutableArray<byte> Bytes(string file) => [.. File.ReadAllBytes(PathOf(file))];
}
