#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

namespace panelbook::workbook {

/// Unpacks raw deflate streams, one after the other, through one small window that is used again and again.
///
/// The only place that knows which library does it.
class Inflater {
public:
    Inflater();
    ~Inflater();
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    /// Begins a stream; the one before is forgotten. `deflated` must outlive the calls to `next`.
    void start(std::string_view deflated);
    /// The next piece, at most the window's size, valid until the next call; empty once the stream has ended.
    /// Throws Refused if the stream is damaged or stops short.
    std::string_view next();
    /// The bytes that stand behind the end of the stream; meaningful once `next` returned nothing.
    std::size_t left_over() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// CRC-32 as zip files use it, carried on from `so_far` (0 at the start).
std::uint32_t crc32_of(std::uint32_t so_far, std::string_view bytes);

}  // namespace panelbook::workbook
