namespace EppClient.Testing.Fakes;

/// <summary>
/// The code under test sent a command that a test did not expect, or did not send one that it expected; or the test's own response is invalid. Test frameworks
/// report it like any exception.
/// </summary>
public sealed class EppExpectationException : Exception
{
    internal EppExpectationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
