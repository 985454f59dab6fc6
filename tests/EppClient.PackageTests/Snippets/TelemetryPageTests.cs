using System.Reflection;
using System.Text.RegularExpressions;
using EppClient.Diagnostics;
using EppClient.Dk.AspNetCore;
using EppClient.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EppClient.PackageTests.Snippets;

public sealed partial class TelemetryPageTests
{
    private static readonly string Page = File.ReadAllText(RepositoryFolder.Combine("docs", "guide", "telemetry.md"));

    [Fact]
    public void The_page_lists_every_metric()
    {
        var names = typeof(EppTelemetry).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Concat(typeof(DkFastTrackTelemetry).GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(field => (string)field.GetRawConstantValue()!)
            .Where(name => name.StartsWith("epp.", StringComparison.Ordinal));

        MetricRow.Matches(Page).Select(match => match.Groups["name"].Value).Should().BeEquivalentTo(names);
    }

    [Fact]
    public void The_page_lists_every_log_message()
    {
        var messages = new[]
            {
                typeof(EppTelemetry).Assembly.GetType("EppClient.Diagnostics.Log", throwOnError: true)!,
                typeof(DkFastTrackTelemetry).Assembly.GetType("EppClient.Dk.AspNetCore.FastTrackLog", throwOnError: true)!,
                typeof(EppPollWorker).Assembly.GetType("EppClient.Extensions.Hosting.Diagnostics.HostingLog", throwOnError: true)!,
            }
            .SelectMany(log => log.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Select(method => (method.Name, Message: method.GetCustomAttribute<LoggerMessageAttribute>()))
            .Where(method => method.Message is not null)
            .Select(method => $"{method.Message!.EventId} {method.Name} {method.Message.Level}");

        LogRow.Matches(Page).Select(match => $"{match.Groups["id"]} {match.Groups["name"]} {match.Groups["level"]}").Should().BeEquivalentTo(messages);
    }

    [GeneratedRegex(@"^\| `(?<name>epp\.(?:client|dk)\.[\w.]+)` \|", RegexOptions.Multiline)]
    private static partial Regex MetricRow { get; }

    [GeneratedRegex(@"^\| (?<id>\d+) \| (?<name>\w+) \| (?<level>\w+) \|", RegexOptions.Multiline)]
    private static partial Regex LogRow { get; }
}
