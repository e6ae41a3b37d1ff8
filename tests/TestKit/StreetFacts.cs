using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Made.Core.Calendar;
using Made.Core.Facts;

namespace Made.TestKit;

/// <summary>A street file of data.police.uk as facts, read as plainly as can be: for tests of what comes after reading.</summary>
public sealed class StreetFacts
{
    public FactText Category { get; } = new();

    public FactText Lsoa { get; } = new();

    public FactText Detail { get; } = new();

    public List<FactBatch> Batches { get; } = [];

    public int Rows => Batches.Sum(b => b.Count);

    /// <summary>Reads the file; exact repeats with a key are kept once.</summary>
    public static StreetFacts Read(string file)
    {
        var facts = new StreetFacts();
        var seen = new HashSet<(ulong, ulong)>();
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            if (cells.Length != 12)
                throw new InvalidDataException($"'{Path.GetFileName(file)}' needs a real CSV reader: {line}");
            var key = cells[0].Length == 0 ? 0 : Digest(cells[0]);
            var content = Digest(line);
            if (key == 0 || seen.Add((key, content)))
                facts.Add(cells, key, content);
        }
        return facts;
    }

    private static ulong Digest(string text) => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static double Number(string cell) => cell.Length == 0 ? double.NaN : double.Parse(cell, CultureInfo.InvariantCulture);

    private void Add(string[] cells, ulong key, ulong content)
    {
        if (Batches.Count == 0 || Batches[^1].IsFull)
            Batches.Add(new FactBatch());
        var batch = Batches[^1];
        var row = batch.Count++;
        batch.Month[row] = Month.Parse(cells[1]).Index;
        batch.Longitude[row] = Number(cells[4]);
        batch.Latitude[row] = Number(cells[5]);
        batch.Lsoa[row] = Lsoa.PositionOf(cells[7]);
        batch.Category[row] = Category.PositionOf(cells[9]);
        batch.Detail[row] = Detail.PositionOf(cells[10]);
        batch.Key[row] = key;
        batch.Content[row] = content;
    }
}
