namespace Numeroly.Bench.HandWritten;

/// <summary>A way of keeping what was said, written by hand on Npgsql.</summary>
internal interface ISaving
{
    Task InstallAsync();

    /// <summary>Gives the new conversation's id.</summary>
    Task<Guid> CreateAsync();

    /// <summary>Gives the message's place in its conversation, once it is committed.</summary>
    Task<long> SaveAsync(Guid conversationId, Message message);
}

/// <summary>What the app sends to save what was said.</summary>
internal sealed record Message(Guid MessageId, string Speaker, string Text);

/// <summary>The answer, in the shape of the API's own.</summary>
internal sealed record SavedMessage(Guid MessageId, long Version, string Speaker, string Text, DateTimeOffset SavedAt);

/// <summary>The answer to creating.</summary>
internal sealed record NewConversation(Guid ConversationId);
