using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Made.Core;

namespace Made.Web.Methods;

/// <summary>One run's file and options. A form reads what it needs, then asks for <see cref="Fault"/> before it computes.</summary>
internal sealed class MethodInput
{
    private readonly string file;
    private readonly byte[] bytes;
    private readonly InputFaults faults = new();

    public MethodInput(string file, byte[] bytes, string options, MethodDescription method)
    {
        this.file = file;
        this.bytes = bytes;
        Options = MethodOptions.Parse(options, method, faults);
    }

    public MethodOptions Options { get; }

    /// <summary>What is wrong with what was read so far; null where nothing is.</summary>
    public Problem? Fault => faults.Any ? faults.Together() : null;

    /// <summary>True where the file begins as JSON does.</summary>
    public bool IsJson => bytes.AsSpan().TrimStart("\uFEFF \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];

    /// <summary>The file as CSV with at least these columns.</summary>
    public InputTable Table(params string[] columns) => InputRows.Read(file, bytes, columns, faults);

    /// <summary>The file as CSV with these columns, which may stand without a header where the first record is told to be no header.</summary>
    public InputTable TableOrBare(Func<IReadOnlyList<string>, bool> isBare, params string[] columns) => InputRows.Read(file, bytes, columns, faults, isBare);

    /// <summary>The file as a JSON object.</summary>
    public InputNode Json()
    {
        if (!Utf8.IsValid(bytes))
            faults.Add(Problems.File(file, "it is not UTF-8 text"));
        var element = JsonText.Parse(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'), why => faults.Add(Problems.File(file, why)));
        if (element.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined))
            faults.Add(Problems.File(file, $"it holds a JSON {element.ValueKind.ToString().ToLowerInvariant()}, not an object"));
        return new(file, "", element, faults);
    }
}
