using Made.Core.Calendar;

namespace Made.Intake.Synthetic;

/// <summary>Street and outcomes files as data.police.uk publishes them.</summary>
internal sealed class PoliceFiles(Parameters plan, CountyMap map, string slug)
{
    private const string StreetHeader =
        "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context";

    private const string OutcomesHeader =
        "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Outcome type";

    private readonly string[] outcomes = [.. plan.Street.Outcomes.Keys];

    public void Write(Folder folder)
    {
        var months = Month.Range(plan.First, plan.Last).ToArray();
        var drawer = new StreetMonths(plan, map);
        var drawn = new StreetRow[months.Length][];
        Parallel.For(0, months.Length, i =>
        {
            drawn[i] = drawer.Draw(months[i]);
            if (!plan.Street.MissingMonths.Contains(months[i].ToString()))
                folder.Write($"police/{slug}/street/{months[i]}-{slug}-street.csv.gz", w => Street(w, months[i], drawn[i]));
        });
        Parallel.For(Math.Max(0, months.Length - plan.Street.OutcomeMonths), months.Length, i =>
            folder.Write($"police/{slug}/outcomes/{months[i]}-{slug}-outcomes.csv.gz", w => Outcomes(w, months, drawn, i)));
    }

    private void Street(TextWriter writer, Month month, StreetRow[] rows)
    {
        writer.WriteLine(StreetHeader);
        var middle = Middle(month);
        foreach (var row in rows)
        {
            WriteId(writer, row);
            writer.Write(middle);
            writer.Write(Place(row, month, "No Location"));
            writer.Write(',');
            writer.Write(plan.Street.Categories[row.Category].Name);
            writer.Write(',');
            if (row.HasId)
                writer.Write(LastOutcome(row, month));
            writer.WriteLine(',');
        }
    }

    private void Outcomes(TextWriter writer, Month[] months, StreetRow[][] drawn, int at)
    {
        writer.WriteLine(OutcomesHeader);
        var middle = Middle(months[at]);
        for (var recorded = Math.Max(0, at - 4); recorded <= at; recorded++)
            foreach (var row in drawn[recorded].Where(r => r.HasId && r.Decided == at - recorded).DistinctBy(r => r.Id))
            {
                WriteId(writer, row);
                writer.Write(middle);
                writer.Write(Place(row, months[recorded], "No location"));
                writer.Write(',');
                writer.WriteLine(outcomes[row.Outcome]);
            }
    }

    private string LastOutcome(StreetRow row, Month month) =>
        month.Plus(row.Decided) > plan.Last ? "Under investigation"
        : outcomes[row.Outcome] == "Suspect charged" ? "Awaiting court outcome"
        : outcomes[row.Outcome];

    private string Middle(Month month) => $",{month},{plan.ForceName},{plan.ForceName},";

    private string Place(StreetRow row, Month month, string none)
    {
        if (row.Stranger > 0)
            return Neighbour.Place(plan, map, row.Stranger);
        if (row.Point is null)
            return $",,{none},,";
        return month >= Month.Parse(plan.Vintages.RecordsUse2021From) ? row.Point.Text2021 : row.Point.Text2011;
    }

    private static void WriteId(TextWriter writer, StreetRow row)
    {
        if (!row.HasId)
            return;
        Span<char> digits = stackalloc char[64];
        row.Id.A.TryFormat(digits, out _, "x16");
        row.Id.B.TryFormat(digits[16..], out _, "x16");
        row.Id.C.TryFormat(digits[32..], out _, "x16");
        row.Id.D.TryFormat(digits[48..], out _, "x16");
        writer.Write(digits);
    }
}
