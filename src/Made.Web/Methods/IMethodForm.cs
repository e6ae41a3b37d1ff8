using Made.Core;

namespace Made.Web.Methods;

/// <summary>One statistical method as a command: a file's columns or JSON in, columns or JSON out. What is computed stands in Core.</summary>
internal interface IMethodForm
{
    MethodDescription Description { get; }

    /// <summary>Reads the input, runs the method and gives the text to write. Nothing is written while faults stand in the input.</summary>
    Outcome<MethodOutput> Run(MethodInput input);
}
