using System.Text;
using Made.Web.Papers;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Downloads;

public sealed class PdfPagesTests
{
    [Fact]
    public void A_named_place_lies_on_the_page_that_its_object_is()
    {
        const string Pdf = "%PDF-1.4\n3 0 obj\n<</Type /Page\n/Parent 9 0 R>>\nendobj\n5 0 obj\n<</Parent 9 0 R\n/Type /Page>>\nendobj\n9 0 obj\n<</Type /Pages\n/Count 2>>\nendobj\n"
            + "7 0 obj\n<</a1 [3 0 R /XYZ 56 700 0]\n/a1-trends [5 0 R /XYZ 56 700 0]\n/lost [8 0 R /XYZ 0 0 0]>>\nendobj\n";
        PdfPages.Of(Encoding.Latin1.GetBytes(Pdf)).ShouldBe(new Dictionary<string, int> { ["a1"] = 1, ["a1-trends"] = 2 });
        PdfPages.Of(Encoding.Latin1.GetBytes("%PDF-1.4 nothing that can be read")).ShouldBeEmpty();
    }
}
