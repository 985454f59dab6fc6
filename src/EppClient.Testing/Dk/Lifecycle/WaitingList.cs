using EppClient.Dk;

namespace EppClient.Testing.Dk.Lifecycle;

/// <summary>Offers of deleted names to those who waited for them.</summary>
internal static class WaitingList
{
    private const int OfferDays = 14;

    public static void Offer(DkState state, DkDomainName name, string owner, string code)
    {
        var offer = new DkWaitingListOffer(name, owner, code, state.Now.AddDays(OfferDays));
        state.Offers[name] = offer;
        state.Schedule.At(offer.Expires, later =>
        {
            if (later.Offers.GetValueOrDefault(name) == offer)
            {
                later.Offers.Remove(name);
            }
        });
    }
}
