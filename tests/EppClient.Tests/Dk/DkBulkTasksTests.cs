using EppClient.Bulk;
using EppClient.Commands;
using EppClient.Dk;
using Microsoft.Extensions.Time.Testing;

namespace EppClient.Tests.Dk;

public sealed class DkBulkTasksTests
{
    private static readonly FakeTimeProvider Time = new(new DateTimeOffset(2028, 6, 14, 9, 30, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("2028-06-14T10:00:00Z")]
    [InlineData("2028-06-14T10:00Z")]
    [InlineData("2028-06-14T10:00:00.5Z")]
    [InlineData("2028-06-14T12:00:00+02:00")]
    [InlineData("2028-06-14T10:00:00")]
    public async Task Token_is_sent_until_its_time(string expires) => (await PrepareAsync(expires)).Should().BeOfType<DomainTransfer>();

    [Fact]
    public async Task Token_is_not_sent_after_its_time() =>
        await FluentActions.Awaiting(() => PrepareAsync("2028-06-14T11:00:00+02:00")).Should().ThrowAsync<EppBulkRowException>().WithMessage("The token expired on 2028-06-14 09:00 UTC*");

    [Theory]
    [InlineData("06/14/2028 10:00")]
    [InlineData("14.06.2028")]
    [InlineData("June 14")]
    [InlineData("10:00")]
    [InlineData("2028-6-14T10:00:00Z")]
    public async Task Time_in_another_format_is_refused(string expires) =>
        await FluentActions.Awaiting(() => PrepareAsync(expires)).Should().ThrowAsync<EppBulkRowException>().WithMessage("Column 'expires' is*such as 2028-06-14T10:00:00Z*");

    private static Task<IEppCommand?> PrepareAsync(string expires) => DkBulkTasks.Transfer(Time).PrepareAsync(
        [EppBulkRow.FromColumns("1", new Dictionary<string, string> { ["domain"] = "eksempel.dk", ["token"] = "OWN-TRANSFER-0123", ["expires"] = expires })], null!, CancellationToken.None);
}
