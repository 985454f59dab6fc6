using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using EppClient.Diagnostics;
using EppClient.Xml;
using Microsoft.Extensions.Logging;

namespace EppClient.Protocol;

/// <summary>
/// Reports what was odd about the messages that one pool read: each kind at each place once as a warning, then for the eyes of those who look
/// closely, for registries repeat themselves.
/// </summary>
/// <remarks>Safe for use by several threads.</remarks>
internal sealed class ReadReporter(string poolName, string host, int port, ILogger logger)
{
    // What a registry does wrong is a short list; one that goes on for ever must not cost memory.
    private const int MaxRemembered = 256;

    private static readonly Counter<long> Oddities = EppTelemetry.Meter.CreateCounter<long>(
        EppTelemetry.ReadDiagnostics, "{diagnostic}", "Parts of messages that were missing, unreadable or read with an assumption.");

    private readonly ConcurrentDictionary<(EppReadFault Fault, string Path), bool> _seen = new();

    /// <summary>Reports what was odd, if anything was.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="answered">What the message answers, or is.</param>
    /// <param name="transactionId">The client's transaction id; empty where there is none.</param>
    /// <param name="diagnostics">What was odd.</param>
    public void Report(string sessionId, string answered, string transactionId, IReadOnlyList<EppReadDiagnostic> diagnostics)
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
            Log.OddMessageRead(logger, sessionId, answered, transactionId, diagnostics.Count, news.ToString());
        }
        else if (logger.IsEnabled(LogLevel.Debug))
        {
            Log.OddMessageReadAgain(logger, sessionId, answered, transactionId, diagnostics.Count, diagnostics[0].ToString());
        }
    }

    private void Count(EppReadFault fault)
    {
        if (Oddities.Enabled)
        {
            Oddities.Add(1, new TagList
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
        EppReadFault.Misspelled => "misspelled",
        EppReadFault.Assumed => "assumed",
        EppReadFault.OutsideType => "outside_type",
        EppReadFault.Misplaced => "misplaced",
        _ => "unexpected",
    };
}
