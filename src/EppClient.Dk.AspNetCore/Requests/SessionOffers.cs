using System.Security.Cryptography;
using System.Text;

namespace EppClient.Dk.AspNetCore;

/// <summary>Stores the session of a request, or finds the session of an earlier request that this one repeats.</summary>
internal sealed class SessionOffers(SessionRecords records)
{
    private const int MaxTries = 5;

    /// <returns>The secret of the link; null if another session with one of the domains is active.</returns>
    public async ValueTask<string?> OfferAsync(SessionContent offer, TimeSpan retention, CancellationToken cancellationToken)
    {
        var link = SessionLink.Create();
        for (var i = 0; i < MaxTries; i++)
        {
            if (await records.TryAddAsync(SessionLink.Create(), offer with { Link = link }, retention, cancellationToken).ConfigureAwait(false))
            {
                return link;
            }

            var active = await records.FindActiveAsync([.. offer.Domains.Select(domain => domain.Name.Ascii)], cancellationToken).ConfigureAwait(false);
            switch (active)
            {
                case [var id] when await RepeatAsync(id, offer, link, cancellationToken).ConfigureAwait(false) is { } current:
                    return current;
                case { Count: > 0 } when !await ExpireAsync(active, cancellationToken).ConfigureAwait(false):
                    return null;
            }

            // The other session has just ended.
        }

        return null;
    }

    private async ValueTask<string?> RepeatAsync(string id, SessionContent offer, string newLink, CancellationToken cancellationToken) =>
        (await records.ChangeAsync(id, content => IsRepeated(content, offer) ? content.Repeat(newLink, records.Now) : null, cancellationToken).ConfigureAwait(false))?.Link;

    // The worker may not have come to it yet.
    private async ValueTask<bool> ExpireAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var haveEnded = true;
        foreach (var id in ids)
        {
            await records.ChangeAsync(id, content => content.Expire(records.Now), cancellationToken).ConfigureAwait(false);
            haveEnded &= await records.FindAsync(id, cancellationToken).ConfigureAwait(false) is null or { EndedAt: not null };
        }

        return haveEnded;
    }

    // The tokens themselves are compared: a stored hash of them would be one more secret to protect. Expired ones were removed.
    private static bool IsRepeated(SessionContent stored, SessionContent offer) => stored.Domains.Count == offer.Domains.Count
        && stored.Domains.All(one => offer.Domains.FirstOrDefault(other => other.Name == one.Name) is { } other
            && (one.Token is null ? other.Token is null && one.HasEnded : other.Token is not null && AreEqual(one.Token, other.Token)));

    private static bool AreEqual(string one, string other) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
