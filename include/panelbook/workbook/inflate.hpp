#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace panelbook::workbook {

/// Unpacks raw deflate streams, one after the other, without ever holding a whole one.
class Inflater {
public:
    virtual ~Inflater() = default;

    /// Begins a stream; the one before is forgotten. `deflated` must outlive the calls to `next`.
    virtual void start(std::string_view deflated) = 0;
    /// Fills `room`, which is not empty, and says how much of it; less than all of it only at the end of the stream,
    /// and 0 once it has ended. Throws Refused if the stream is damaged or stops short.
    virtual std::size_t next(std::span<char> room) = 0;
    /// The bytes that stand behind the end of the stream; meaningful once `next` returned 0.
    virtual std::size_t left_over() const = 0;
};

/// A library that unpacks deflate streams and sums them up.
struct InflateLibrary {
    std::string_view name;
    std::unique_ptr<Inflater> (*make_inflater)();
    /// CRC-32 as zip files use it, carried on from `so_far` (0 at the start).
    std::uint32_t (*crc32)(std::uint32_t so_far, std::string_view bytes);
};

/// Those this program was built with, the fastest first: ISA-L where the build found it, and zlib. The first is the one
/// that packages are read with.
std::span<const InflateLibrary> inflate_libraries();

}  // namespace panelbook::workbook
