using System.Globalization;
using Made.Bench;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
var large = args.Contains("--large") || Environment.GetEnvironmentVariable("MADE_BENCH_LARGE") is { Length: > 0 };
var only = args.Where(a => !a.StartsWith('-')).ToHashSet(StringComparer.Ordinal);
if (BenchHome.Data is not { } data)
{
    Console.WriteLine("The benchmarks measure real files, and ../shared/data is not here: nothing was measured.");
    return 0;
}
Console.WriteLine($"Processors {Environment.ProcessorCount}, load {BenchHome.Load()} at the start. Another load on the machine moves every figure but the ratios.");
using var folder = new BenchFolder();
var template = await BenchHome.TemplateAsync(folder, data);
if (only.Count == 0 || only.Contains("intake"))
    await IntakeBench.RunAsync(folder, template, data);
if (only.Count == 0 || only.Contains("pages"))
    await PagesBench.RunAsync(folder, template, data);
if (only.Count == 0 || only.Contains("month"))
    await MonthBench.RunAsync(folder, template, data);
if (large)
    await LargeBench.RunAsync(folder, template, data);
else
    Console.WriteLine("20 million rows are measured on request only: ./made bench --large");
Console.WriteLine($"Load {BenchHome.Load()} at the end.");
return 0;
