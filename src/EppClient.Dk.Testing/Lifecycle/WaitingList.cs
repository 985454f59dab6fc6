namespace EppClient.Dk.Testing.Lifecycle;

/// <summary>Offers of deleted names to the first on their waiting lists.</summary>
internal static class WaitingList
{
    private const int OfferDays = 14;

    public static void Offer(DkState state, EppDomainName name, string owner, string code) =>
        Offer(state, new DkWaitingListOffer(name, owner, code, state.Now.AddDays(OfferDays)));

    public static void Offer(DkState state, DkWaitingListOffer offer)
    {
        state.Offers[offer.Name] = offer;
        state.Schedule.At(offer.Expires, later =>
        {
            if (later.Offers.GetValueOrDefault(offer.Name) == offer)
            {
                later.Offers.Remove(offer.Name);
            }
        });
    }
}
