using System.CommandLine;
using EppClient.Extensions;
using EppConsole.Connecting;
using EppConsole.Help;
using EppConsole.Options;

namespace EppConsole.Verbs;

/// <summary>Restores a deleted domain while it is in redemption (RFC 3915): a request, and for most registries a report.</summary>
internal static class RestoreVerb
{
    private const string Deleted = "When the domain was deleted";

    public static Command Create(VerbRunner runner) => new("restore", "Restore a deleted domain, or report why it was restored") { Request(runner), Report(runner) };

    private static VerbCommand Request(VerbRunner runner)
    {
        var name = new Argument<string>("NAME");
        var deleted = DateOptions.Time("--deleted", $"For .dk: {char.ToLowerInvariant(Deleted[0])}{Deleted[1..]}. Default: now");
        var request = new VerbCommand("request", "Restore a domain. At .dk this is all; it costs a fee and a year") { Examples = ["epp restore request eksempel.dk"] };
        request.Add(name);
        request.Add(deleted);
        request.SetAction(runner.Changing((parsed, commands) => commands.RequestRestore(Names.Of(parsed.GetRequiredValue(name)), parsed.GetValue(deleted) ?? DateTimeOffset.UtcNow)));
        return request;
    }

    private static VerbCommand Report(VerbRunner runner)
    {
        var name = new Argument<string>("NAME");
        var before = Text("--before", "The registration data before the deletion");
        var after = Text("--after", "The registration data now");
        var deleted = DateOptions.Time("--deleted", Deleted);
        var restored = DateOptions.Time("--restored", "When the restore was requested");
        var reason = Text("--reason", "Why the domain is restored");
        var statements = new Option<string[]>("--statement") { Description = "A statement that the registry requires; repeat for each", HelpName = "TEXT", Required = true };
        var other = new Option<string?>("--other") { Description = "Other information", HelpName = "TEXT" };
        deleted.Required = restored.Required = true;
        var report = new VerbCommand("report", "Send the report of a restore (RFC 3915). Not for .dk")
        {
            Examples =
            [
                "epp restore report example.com --before \"...\" --after \"...\" \\\n    --deleted 2026-11-20T10:00Z --restored 2026-11-23T10:00Z \\\n    --reason \"Registrant error\" --statement \"...\" --statement \"...\"",
            ],
        };
        report.Add(name);
        foreach (var option in (Option[])[before, after, deleted, restored, reason, statements, other])
        {
            report.Add(option);
        }

        report.SetAction(runner.Changing((parsed, commands) => commands.ReportRestore(Names.Of(parsed.GetRequiredValue(name)), new RgpRestoreReport
        {
            DataBeforeDeletion = parsed.GetRequiredValue(before),
            DataAfterRestore = parsed.GetRequiredValue(after),
            DeletionTime = parsed.GetRequiredValue(deleted)!.Value,
            RestoreTime = parsed.GetRequiredValue(restored)!.Value,
            RestoreReason = parsed.GetRequiredValue(reason),
            Statements = [.. parsed.GetRequiredValue(statements).Select(text => new RgpReportText { Content = text })],
            Other = parsed.GetValue(other) is { } text ? EppClient.Xml.EppMixedContent.FromText(text) : null,
        })));
        return report;
    }

    private static Option<string> Text(string name, string description) => new(name) { Description = description, HelpName = "TEXT", Required = true };
}
