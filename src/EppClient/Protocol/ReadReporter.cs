using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using EppClient.Diagnostics;
using EppClient.Xml;
using Microsoft.Extensions.Logging;

namespace EppClient.Protocol;

/// <summary>
/// Reports schema violations in the messages that one pool read. Each kind at each path is logged once as a warning, then at level Debug, because
/// registries repeat them.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class ReadReporter(string poolName, string host, int port, ILogger logger)
{
    // Limits the memory. A registry usually has few kinds of violations.
    private const int MaxRemembered = 256;

    private static readonly Counter<long> Nonconformities = EppTelemetry.Meter.CreateCounter<long>(
        EppTelemetry.ReadDiagnostics, "{diagnostic}", "Parts of messages that were missing, unreadable or read with an assumption.");

    private readonly ConcurrentDictionary<(EppReadFault Fault, string Path), bool> _seen = new();

    /// <summary>Reports the violations, if any.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="command">The command of the response, or the kind of the message.</param>
    /// <param name="transactionId">The client transaction id; empty if there is none.</param>
    /// <param name="diagnostics">The violations.</param>
    public void Report(string sessionId, string command, string transactionId, IReadOnlyList<EppReadDiagnostic> diagnostics)
    {
        if (diagnostics.Count == 0)
        {
            return;
        }

        EppReadDiagnostic? news = null;
        foreach (var diagnostic in diagnostics)
        {
            if (_seen.Count < MaxRemembered && _seen.TryAdd((diagnostic.Fault, diagnostic.Path), true))
            {
                news ??= diagnostic;
            }

            Count(diagnostic.Fault);
        }

        if (news is not null)
        {
            Log.NonconformingMessageRead(logger, sessionId, command, transactionId, diagnostics.Count, news.ToString());
        }
        else if (logger.IsEnabled(LogLevel.Debug))
        {
            Log.NonconformingMessageReadAgain(logger, sessionId, command, transactionId, diagnostics.Count, diagnostics[0].ToString());
        }
    }

    private void Count(EppReadFault fault)
    {
        if (Nonconformities.Enabled)
        {
            Nonconformities.Add(1, new TagList
            {
                { "fault", Name(fault) },
                { "epp.client.pool.name", poolName },
                { "server.address", host },
                { "server.port", port },
            });
        }
    }

    private static string Name(EppReadFault fault) => fault switch
    {
        EppReadFault.Missing => "missing",
        EppReadFault.Unreadable => "unreadable",
        EppReadFault.NonstandardForm => "misspelled",
        EppReadFault.Assumed => "assumed",
        EppReadFault.OutsideType => "outside_type",
        EppReadFault.Misplaced => "misplaced",
        _ => "unexpected",
    };
}
