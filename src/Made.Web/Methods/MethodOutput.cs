namespace Made.Web.Methods;

/// <summary>What a method writes.</summary>
/// <param name="Text">The whole output file.</param>
/// <param name="Summary">The whole summary file; empty where the method has none.</param>
internal sealed record MethodOutput(string Text, string Summary = "");
