using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Numeroly.StandIn.Calls.Signalling;

/// <summary>What goes wrong for one session on request.</summary>
internal sealed class SessionFaults
{
    /// <summary>Until then no connection of this session is let through.</summary>
    public DateTimeOffset? UnreachableUntil { get; set; }

    /// <summary>The quality it is told to report; null: what it measures.</summary>
    public JsonObject? NetworkQuality { get; set; }

    /// <summary>So many of the next app messages to it are lost.</summary>
    public int MessagesToLose { get; set; }

    /// <summary>Of the app messages to it, this share is lost at random; 0 to 1.</summary>
    public double ShareToLose { get; set; }

    public bool LosesMessage()
    {
        if (MessagesToLose > 0)
        {
            MessagesToLose--;
            return true;
        }

        return ShareToLose > 0 && RandomNumberGenerator.GetInt32(1_000_000) < ShareToLose * 1_000_000;
    }
}
