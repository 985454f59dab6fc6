namespace EppClient.TestSupport.Outcomes;

public static class Patiently
{
    private const int Tries = 50;

    /// <summary>Asks until the connections hold for as long as it takes.</summary>
    public static async Task<T> AskAsync<T>(Func<Task<T>> question)
    {
        for (var i = 1; ; i++)
        {
            try
            {
                return await question();
            }
            catch (Exception lost) when (lost is EppConnectionException or EppTimeoutException && i < Tries)
            {
                // Cut once more, or silent for too long.
            }
        }
    }
}
