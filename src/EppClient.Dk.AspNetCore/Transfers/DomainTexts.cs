namespace EppClient.Dk.AspNetCore;

/// <summary>Why a domain was not transferred, in words for the registrant.</summary>
internal static class DomainTexts
{
    private static readonly DkFastTrackText Expired = new(
        "Flyttekoden udløb, før domænet blev flyttet. Start flytningen forfra i Punktum dks selvbetjening.",
        "The transfer token expired before the domain was transferred. Start the transfer again in the registry's self-service portal.");

    private static readonly DkFastTrackText Declined = new("Flytningen blev afvist af dig. Intet er ændret.", "You declined the transfer. Nothing has changed.");

    private static readonly DkFastTrackText Token = new(
        "Flyttekoden gælder ikke længere. Start flytningen forfra i Punktum dks selvbetjening.",
        "The transfer token is no longer valid. Start the transfer again in the registry's self-service portal.");

    private static readonly DkFastTrackText NotTransferable = new(
        "Domænet kan ikke flyttes nu: en faktura er ikke betalt, domænet er spærret eller låst, eller det er ved at blive oprettet. Kontakt Punktum dk.",
        "The domain cannot be transferred now: an invoice is unpaid, the domain is blocked or locked, or it is still being registered. Contact the registry.");

    private static readonly DkFastTrackText NotFound = new("Domænet findes ikke længere.", "The domain no longer exists.");

    private static readonly DkFastTrackText AlreadyHere = new("Domænet er allerede hos en registrator og kan ikke flyttes på denne måde.", "A registrar already manages the domain, and it cannot be transferred in this way.");

    private static readonly DkFastTrackText Registrar = new(
        "Domænet kunne ikke flyttes på grund af et problem hos os. Kontakt os, så hjælper vi dig.",
        "The domain could not be transferred because of a problem on our side. Contact us, and we will help you.");

    private static readonly DkFastTrackText Other = new(
        "Punktum dk afviste flytningen. Kontakt os, så finder vi årsagen.",
        "The registry refused the transfer. Contact us, and we will find the cause.");

    public static DkFastTrackText? Of(DkTransferDomainState state, DkRefusalReason? reason) => (state, reason) switch
    {
        (DkTransferDomainState.Expired, _) => Expired,
        (DkTransferDomainState.Declined, _) => Declined,
        (DkTransferDomainState.Refused, DkRefusalReason.Token) => Token,
        (DkTransferDomainState.Refused, DkRefusalReason.NotTransferable or DkRefusalReason.Status) => NotTransferable,
        (DkTransferDomainState.Refused, DkRefusalReason.NotFound) => NotFound,
        (DkTransferDomainState.Refused, DkRefusalReason.HandlingModel) => AlreadyHere,
        (DkTransferDomainState.Refused, DkRefusalReason.Funds or DkRefusalReason.MissingRole) => Registrar,
        (DkTransferDomainState.Refused, _) => Other,
        _ => null,
    };
}
