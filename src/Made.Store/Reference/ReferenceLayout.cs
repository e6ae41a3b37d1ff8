using System.Runtime.InteropServices;
using Made.Core.Exchange;
using Made.Core.Register;
using NetTopologySuite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Made.Store.Reference;

/// <summary>
/// One vintage as bytes: lists with their length in front, text as UTF-8, shapes as well-known binary (OGC 06-103r4). National tables are
/// written by district, so that a district's code stands once and not thirty-five thousand times.
/// </summary>
internal static class ReferenceLayout
{
    private const string Mark = "MADE reference 1";
    private const int Wgs84 = 4326;

    public static void Write(ReferenceData data, Stream to)
    {
        using var w = new BinaryWriter(to, System.Text.Encoding.UTF8, leaveOpen: true);
        w.Write(Mark);
        w.Write(data.Vintage);
        Grouped(w, data.DistrictOfLsoa, data.DistrictYearOfLsoa);
        Grouped(w, data.WardOfLsoa, data.WardYearOfLsoa);
        Each(w, [.. data.Successors.OrderBy(s => s.Key, StringComparer.Ordinal)], s =>
        {
            w.Write(s.Key);
            Each(w, s.Value, w.Write);
        });
        Each(w, data.Wards, v => Texts(w, v.Code.Value, v.Name, v.District.Value, v.Source));
        Each(w, [.. data.Names.OrderBy(n => n.Key, StringComparer.Ordinal)], n =>
        {
            Texts(w, n.Key, n.Value);
            w.Write7BitEncodedInt(data.YearOfName.GetValueOrDefault(n.Key));
        });
        Each(w, [.. data.Populations.GroupBy(p => (p.Source, p.Year))], of =>
        {
            w.Write(of.Key.Source);
            w.Write7BitEncodedInt(of.Key.Year);
            Each(w, [.. of], p =>
            {
                w.Write(p.Code);
                w.Write7BitEncodedInt(p.Residents);
            });
        });
        var shapes = new WKBWriter();
        Each(w, data.Boundaries, b =>
        {
            Texts(w, b.Code, b.Name, b.District.Value);
            w.Write7BitEncodedInt((int)b.Level);
            w.Write7BitEncodedInt(b.Vintage);
            var shape = shapes.Write(b.Shape);
            w.Write7BitEncodedInt(shape.Length);
            w.Write(shape);
        });
        Each(w, data.Files, f =>
        {
            Texts(w, f.Name, f.Sha256, f.Kind, f.Source);
            w.Write7BitEncodedInt(f.Rows);
        });
        Each(w, data.Findings, f =>
        {
            Texts(w, f.Code, f.Column, f.Message, f.Remedy);
            w.Write7BitEncodedInt64(f.Row);
            w.Write7BitEncodedInt64(f.Count);
        });
    }

    /// <summary>Null where another version of the program wrote it.</summary>
    public static ReferenceData? Read(ReadOnlyMemory<byte> bytes)
    {
        MemoryMarshal.TryGetArray(bytes, out var array);
        using var r = new BinaryReader(new MemoryStream(array.Array!, array.Offset, array.Count, writable: false));
        if (r.ReadString() != Mark)
            return null;
        var vintage = r.ReadString();
        var (districts, districtYears) = Grouped(r);
        var (wards, wardYears) = Grouped(r);
        var successors = List(r, () => (Code: r.ReadString(), Parts: List(r, r.ReadString)));
        var wardList = List(r, () => new Ward(new(r.ReadString()), r.ReadString(), new(r.ReadString()), r.ReadString()));
        var names = List(r, () => (Code: r.ReadString(), Name: r.ReadString(), Year: r.Read7BitEncodedInt()));
        var populations = List(r, () =>
        {
            var (source, year) = (r.ReadString(), r.Read7BitEncodedInt());
            return List(r, () => new PopulationFigure(r.ReadString(), year, r.Read7BitEncodedInt(), source));
        });
        var shapes = new WKBReader(new NtsGeometryServices(new PrecisionModel(), Wgs84));
        var outlines = List(r, () =>
        {
            var (code, name, district) = (r.ReadString(), r.ReadString(), r.ReadString());
            var (level, year) = ((AreaLevel)r.Read7BitEncodedInt(), r.Read7BitEncodedInt());
            return (Code: code, Name: name, Level: level, District: new AreaCode(district), Year: year, Shape: r.ReadBytes(r.Read7BitEncodedInt()));
        });
        return new ReferenceData
        {
            Vintage = vintage,
            DistrictOfLsoa = districts,
            DistrictYearOfLsoa = districtYears,
            WardOfLsoa = wards,
            WardYearOfLsoa = wardYears,
            Successors = successors.ToDictionary(s => s.Code, s => (IReadOnlyList<string>)s.Parts, StringComparer.Ordinal),
            Wards = wardList,
            Names = names.ToDictionary(n => n.Code, n => n.Name, StringComparer.Ordinal),
            YearOfName = names.ToDictionary(n => n.Code, n => n.Year, StringComparer.Ordinal),
            Populations = new ListOnFirstUse<PopulationFigure>(() => [.. populations.SelectMany(p => p).OrderBy(p => p.Year).ThenBy(p => p.Code, StringComparer.Ordinal)]),
            Boundaries = new ListOnFirstUse<Boundary>(() => [.. outlines.Select(o => new Boundary(o.Code, o.Name, o.Level, o.District, o.Year, shapes.Read(o.Shape)))]),
            Files = List(r, () =>
            {
                var (name, hash, kind, source) = (r.ReadString(), r.ReadString(), r.ReadString(), r.ReadString());
                return new ReferenceFile(name, hash, kind, r.Read7BitEncodedInt(), source);
            }),
            Findings = List(r, () =>
            {
                var (code, column, message, remedy) = (r.ReadString(), r.ReadString(), r.ReadString(), r.ReadString());
                return new Finding(code, r.Read7BitEncodedInt64(), column, message, remedy, r.Read7BitEncodedInt64());
            }),
        };
    }

    private static void Grouped(BinaryWriter w, IReadOnlyDictionary<string, AreaCode> places, IReadOnlyDictionary<string, int> years) =>
        Each(w, [.. places.GroupBy(p => (p.Value, Year: years.GetValueOrDefault(p.Key))).OrderBy(g => g.Key.Value).ThenBy(g => g.Key.Year)], group =>
        {
            w.Write(group.Key.Value.Value);
            w.Write7BitEncodedInt(group.Key.Year);
            Each(w, [.. group.Select(p => p.Key).Order(StringComparer.Ordinal)], w.Write);
        });

    private static (Dictionary<string, AreaCode> Places, Dictionary<string, int> Years) Grouped(BinaryReader r)
    {
        var places = new Dictionary<string, AreaCode>(StringComparer.Ordinal);
        var years = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var groups = r.Read7BitEncodedInt(); groups > 0; groups--)
        {
            var (place, year) = (new AreaCode(r.ReadString()), r.Read7BitEncodedInt());
            for (var codes = r.Read7BitEncodedInt(); codes > 0; codes--)
            {
                var code = r.ReadString();
                places.Add(code, place);
                years.Add(code, year);
            }
        }
        return (places, years);
    }

    private static void Texts(BinaryWriter w, params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
            w.Write(text);
    }

    private static void Each<T>(BinaryWriter w, IReadOnlyCollection<T> items, Action<T> write)
    {
        w.Write7BitEncodedInt(items.Count);
        foreach (var item in items)
            write(item);
    }

    private static List<T> List<T>(BinaryReader r, Func<T> read)
    {
        var count = r.Read7BitEncodedInt();
        var items = new List<T>(count);
        for (; count > 0; count--)
            items.Add(read());
        return items;
    }
}
