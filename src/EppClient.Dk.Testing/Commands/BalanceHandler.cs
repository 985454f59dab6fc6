namespace EppClient.Dk.Testing.Commands;

/// <summary>balance:info, of the caller's own account.</summary>
internal static class BalanceHandler
{
    public static DkResult Handle(DkCall call) =>
        call.Has(DkRoles.Payer) ? DkResult.With(new BalanceView(call.Account)) : DkResult.Unauthorized;
}
