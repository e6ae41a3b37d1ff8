using Made.Core;

namespace Made.Intake.Synthetic;

/// <summary>What can be wrong with a pack that should be drawn.</summary>
public static class Problems
{
    public static Problem NothingToDraw(string folder) => new(
        "pack-has-no-generator",
        $"The pack in {folder} has no generator.json, so there is nothing to draw.",
        "Name a synthetic pack, such as packs/demo, or load the publishers' files with made reference and made intake.");

    public static Problem NotSynthetic(string folder) => new(
        "pack-not-synthetic",
        $"The pack in {folder} does not say \"synthetic\": true in pack.json.",
        "Records are only ever drawn for a pack that marks itself as synthetic.");

    public static Problem Unreadable(string file, string why) => new(
        "generator-unreadable",
        $"{file} cannot be read: {why}",
        "Correct the file; packs/demo/README.md explains each entry.");
}
