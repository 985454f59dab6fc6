namespace EppClient.Dk.Testing.Commands;

/// <summary>login, with an optional change of password.</summary>
internal static class LoginHandler
{
    private static readonly DkResult Missing = new(2003, "Please specify login user and password.");
    private static readonly DkResult Failed = new(2200, "Login failed");

    public static DkResult Handle(DkState state, string? user, string? password, string? newPassword)
    {
        if (string.IsNullOrEmpty(user) || string.IsNullOrEmpty(password))
        {
            return Missing;
        }

        if (!state.Users.TryGetValue(user, out var known) || !string.Equals(known.Password, password, StringComparison.Ordinal))
        {
            return Failed;
        }

        if (newPassword is not null)
        {
            if (!Passwords.IsAcceptable(newPassword))
            {
                return DkResult.PolicyError;
            }

            state.Users[user] = known with { Password = newPassword };
        }

        // The trailing space is the registry's.
        return new DkResult(1000, $"User {user} logged in. ");
    }
}
