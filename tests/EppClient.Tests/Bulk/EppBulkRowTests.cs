using EppClient.Bulk;

namespace EppClient.Tests.Bulk;

public sealed class EppBulkRowTests
{
    [Fact]
    public void Columns_are_found_without_regard_to_case_and_empty_ones_count_as_missing()
    {
        var row = EppBulkRow.FromColumns("1", KeyValuePair.Create("Domain", " a.example "), KeyValuePair.Create("period", " "));

        row.Column("domain").Should().Be("a.example");
        row.ColumnOrNull("period").Should().BeNull();
        row.ColumnOrNull("other").Should().BeNull();
        row.Invoking(r => r.Column("period")).Should().Throw<EppBulkRowException>().WithMessage("*'period'*Domain, period*");
    }

    [Theory]
    [InlineData("a.example")]
    [InlineData("[1]")]
    [InlineData("{\"period\":1}")]
    public void Row_of_another_form_has_no_columns(string data) =>
        new EppBulkRow("1", data).Invoking(row => row.Column("domain")).Should().Throw<EppBulkRowException>().WithMessage("*EppBulkRow.FromColumns*");
}
