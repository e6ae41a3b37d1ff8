namespace Made.Tests.Unit.Intake;

/// <summary>Texts as officers and call takers write them, with and without personal details, from a seed. Names and numbers are of nobody.</summary>
internal static class MadeTexts
{
    private static readonly string[] Given = ["Jane", "Piotr", "Mohammed", "Sarah", "David", "Zebedee", "Ottoline", "Aisha"];
    private static readonly string[] Surnames = ["Sample", "Mockford", "Testerton", "O'Placeholder", "Example-Nobody"];
    private static readonly string[] Before = ["", "asked to ring back: ", "noted on log, ", "youths seen then left. "];
    private static readonly string[] After = ["", " and then left", ", see log", ". No further action"];

    private static readonly string[] Clean =
    [
        "youths throwing stones at bus on Church Road", "near the George Inn", "fly tipping behind unit 7", "M6 2nd exit northbound", "A59 THE ROAD IS BLOCKED", "3 males 2 females", "called at 18:30 on 2025-05-06",
        "Victim refused to give details", "outside Queen Victoria statue", "Albert Road junction with A6", "LA1 outward only", "between 10am and 2pm", "William Street", "PCSO on patrol", "Grade 3 response by 101",
        "log 0412 refers", "noise from flats", "quad bikes on the Elizabeth Park field", "dog loose by St James Church", "E01025300", "witness statement taken", "crime number 04/123456/25", "bins on fire, approx 20 metres from school",
    ];

    public static IReadOnlyList<(string Text, string Kind)> Of(int seed, int count)
    {
        var dice = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => i % 2 == 0 ? (One(dice, Clean), "none") : Personal(dice))];
    }

    private static (string, string) Personal(Random dice)
    {
        var kind = One(dice, ["nhs_number", "ni_number", "full_postcode", "phone", "email", "dob", "vrm", "name_role", "name_title", "name_bare"]);
        return (One(dice, Before) + Value(dice, kind) + One(dice, After), kind);
    }

    private static string Value(Random dice, string kind) => kind switch
    {
        "nhs_number" => Nhs(dice),
        "ni_number" => $"{One(dice, ["JK", "AB", "WE"])}{One(dice, ["123456", " 12 34 56 "])}{One(dice, ["A", "C"])}",
        "full_postcode" => $"{One(dice, ["LA", "PR", "M", "SW"])}{dice.Next(1, 20)}{One(dice, ["", " "])}{dice.Next(10)}{One(dice, ["AA", "BD", "XY"])}",
        "phone" => One(dice, ["07700 900", "07700900", "+44 7700 900", "01632 960", "(01632) 960"]) + dice.Next(100, 1000),
        "email" => $"{One(dice, Given).ToLowerInvariant()}{dice.Next(99)}@example.{One(dice, ["com", "org", "co.uk"])}",
        "dob" => One(dice, ["DOB ", "born on ", "date of birth: "]) + One(dice, [$"{dice.Next(10, 29)}/0{dice.Next(1, 10)}/19{dice.Next(30, 99)}", $"{dice.Next(1, 29)} March 19{dice.Next(30, 99)}", $"{dice.Next(10, 29)}.11.{dice.Next(10, 99)}"]),
        "vrm" => One(dice, ["AB", "PK", "YD"]) + dice.Next(10, 75) + One(dice, ["", " "]) + One(dice, ["CDE", "XYZ", "RTW"]).Replace('Z', 'Y'),
        "name_role" => $"{One(dice, ["victim: ", "suspect named ", "caller ", "witness - ", "reported by "])}{One(dice, Given)} {One(dice, Surnames)}",
        "name_title" => $"{One(dice, ["Mr ", "Mrs ", "Miss ", "Dr ", "Cllr "])}{One(dice, Surnames)}",
        _ => $"{One(dice, Given[..5])} {One(dice, Surnames)}",
    };

    public static string Nhs(Random dice)
    {
        while (true)
        {
            int[] digits = [9, .. Enumerable.Range(0, 8).Select(_ => dice.Next(10))];
            var check = 11 - (digits.Select((d, i) => d * (10 - i)).Sum() % 11);
            if (check == 10)
                continue;
            var text = string.Concat(digits) + (check % 11);
            return dice.Next(2) == 0 ? text : $"{text[..3]} {text[3..6]} {text[6..]}";
        }
    }

    private static string One(Random dice, string[] from) => from[dice.Next(from.Length)];
}
