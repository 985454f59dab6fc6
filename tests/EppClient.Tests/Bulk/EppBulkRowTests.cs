using EppClient.Bulk;

namespace EppClient.Tests.Bulk;

public sealed class EppBulkRowTests
{
    [Fact]
    public void Column_names_ignore_case_and_empty_columns_are_missing()
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
    public void Row_in_another_format_has_no_columns(string data) =>
        new EppBulkRow("1", data).Invoking(row => row.Column("domain")).Should().Throw<EppBulkRowException>().WithMessage("*EppBulkRow.FromColumns*");
}
