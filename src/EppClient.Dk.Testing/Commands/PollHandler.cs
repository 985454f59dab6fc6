using System.Globalization;

namespace EppClient.Dk.Testing.Commands;

/// <summary>poll: returns the oldest message of the service user, until it is acknowledged.</summary>
internal static class PollHandler
{
    private static readonly DkResult Empty = new(1300, "Command completed successfully; no messages");
    private static readonly DkResult Waiting = new(1301, "Command completed successfully; ack to dequeue");
    private static readonly DkResult Unknown = new(2303, "Object does not exist");

    public static DkResult Request(DkCall call) =>
        call.State.MessagesOf(call.User.Name) is [var oldest, ..] ? Waiting with { Payload = oldest } : Empty;

    public static DkResult Acknowledge(DkCall call, string? id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && call.State.Acknowledge(call.User.Name, number)
            ? DkResult.Success
            : call.State.Missing(Unknown);
}
