using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Program;

/// <summary>A partner's month that does not look like the months before it: it is taken, and its receipt says what is unusual.</summary>
public sealed class UsualSupplyTests
{
    [Fact]
    public async Task A_partners_month_of_a_tenth_of_its_usual_records_is_taken_and_its_receipt_says_so()
    {
        using var home = (await DemoHome.Prepared).Copy();
        var lines = await File.ReadAllLinesAsync(Path.Combine(await DemoHome.Data(), "partners", "council-asb-2026-09.csv"));
        var file = home.File("council-asb-2026-09.csv");
        await File.WriteAllLinesAsync(file, lines.Take(1).Concat(lines.Skip(1).Where((_, i) => i % 12 == 0)));
        var told = (await home.Made("intake", "--dataset", "council-asb", file)).Exits(0).Output;
        told.ShouldContain("accepted as council-asb-2026-09-r2");
        told.ShouldContain("unusual-volume: September 2026 has ");
        told.ShouldContain("withdraw it and send it again");
        await File.WriteAllLinesAsync(file, lines);
        (await home.Made("intake", "--dataset", "council-asb", file)).Exits(0).Output.ShouldNotContain("unusual-");
    }
}
